// The work that this process has done. A wall clock tells of a busy machine as much as of the code: a test that holds
// an upper bound on time holds it on this.

/** Milliseconds of processor time that this process has used so far, on all of its threads. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
