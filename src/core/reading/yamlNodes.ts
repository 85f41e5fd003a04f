// The parser's kinds of node, asked without knowing the parser.
import { isCollection as isCollectionNode } from "yaml";

/** A list or a set of keys. */
export function isCollection(node: unknown): node is { readonly flow?: boolean } {
  return isCollectionNode(node);
}

/** A list or a set of keys in brackets. */
export function isFlowCollection(node: { readonly flow?: boolean }): boolean {
  return node.flow === true;
}
