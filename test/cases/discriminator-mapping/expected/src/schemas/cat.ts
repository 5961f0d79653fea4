export interface Cat {
  kind: "cat" | "tomcat";
  lives?: number;
}
