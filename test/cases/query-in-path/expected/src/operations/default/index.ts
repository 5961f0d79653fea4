export * from "./get-rest-method-photos-list.js";
export * from "./get-rest-method-photos-get-id-by-id.js";
export * from "./post-upload-stream.js";
export * from "./post-upload-url.js";
