/** Every zone that this browser knows, for a list to search in. */
export const TIME_ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));
