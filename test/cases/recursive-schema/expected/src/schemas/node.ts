export interface Node {
  name: string;
  children: Node[];
  parent?: Node;
}
