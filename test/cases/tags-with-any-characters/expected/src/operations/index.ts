export * from "./index_/index.js";
export * from "./con_/index.js";
export * from "./pets-35cb7c97/index.js";
export * from "./pets/index.js";
export * from "./pets-toys/index.js";
export * from "./etc/index.js";
export * from "./tag-484b6993/index.js";
export * from "./default/index.js";
