export { logger, type LoggerOptions, type LogLevel, type LogSink } from "./runtime/logger.js";
