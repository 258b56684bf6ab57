/** What every answer of the demo market names as its source. */
export const SOURCE = "demo market (synthetic)";
