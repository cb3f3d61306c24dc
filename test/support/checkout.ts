/** The checkout's top folder, with a slash at its end, whether this runs as it is written or compiled into `dist/`. */
export const CHECKOUT = import.meta.dirname.replace(/(?:dist\/)?test\/support$/, '');
