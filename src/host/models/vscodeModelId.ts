// How one of VS Code's models is named in settings, receipts and lists. No vscode here.

/** A model that VS Code offers, as the learner picks it. */
export interface VscodeModel {
  /** `<vendor>/<model>` */
  readonly id: string;
  readonly vendor: string;
  /** The provider's id of it; may hold slashes. */
  readonly model: string;
  /** For people. */
  readonly name: string;
}

/** The name of a model in `tutor.vscodeModel`. */
export function modelIdOf(vendor: string, model: string): string {
  return `${vendor}/${model}`;
}

/** The two halves of such a name: no vendor holds a slash, a model may. */
export function readModelId(id: string): { readonly vendor: string; readonly model: string } {
  const slash = id.indexOf("/");
  return slash < 0 ? { vendor: id, model: "" } : { vendor: id.slice(0, slash), model: id.slice(slash + 1) };
}
