/** Path of the organization's root, above every unit. */
export const rootPath = "root";
