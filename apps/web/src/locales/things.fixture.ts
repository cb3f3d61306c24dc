/** A count before a plural: a sentence that has it needs a form for one thing. */
export const THINGS =
  /\{\{\w+\}\} (more |new |wrong )?(people|calls|files|errors|days|seconds|lines|messages|bytes|points|tries|accounts|roles|filters|copies|findings|holds|faults|processes)\b/;
