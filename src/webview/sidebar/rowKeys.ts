// How the rows of the tree are named: unique in the tree and the same after every update.

/** The row key of a question. */
export function questionRowKey(roadmap: string, question: string): string {
  return `q:${roadmap}/${question}`;
}

/** The row key of a topic's notes. */
export function notesRowKey(roadmap: string, topic: string): string {
  return `n:${roadmap}/${topic}`;
}

/** The row key of a topic. */
export function topicRowKey(roadmap: string, topic: string): string {
  return `t:${roadmap}/${topic}`;
}

/** The row key of a roadmap. */
export function roadmapRowKey(roadmap: string): string {
  return `r:${roadmap}`;
}

/** The row key of a roadmap's problems. */
export function problemsRowKey(roadmap: string): string {
  return `p:${roadmap}`;
}

/** The row key of what was noticed about the files with answers. */
export const noticesRowKey = "s:";
