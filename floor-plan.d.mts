/** dependency-cruiser's rules, generated from the lists of rooms. */
export const forbidden: readonly { readonly name: string }[];
