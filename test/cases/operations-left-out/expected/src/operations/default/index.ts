export * from "./list-pets.js";
