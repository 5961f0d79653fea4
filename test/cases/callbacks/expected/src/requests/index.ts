export * from "./subscribe.js";
export * from "./relay.js";
export * from "./subscribe-on-event-post-callback.js";
export * from "./subscribe-heartbeat-callback.js";
export * from "./relay-again-callback.js";
