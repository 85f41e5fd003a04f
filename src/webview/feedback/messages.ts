// What stands in the cards' place when there is no answer to show feedback on. Wording and elements only.
import { t } from "@vscode/l10n";
import type { FeedbackCommand, FeedbackState } from "../../shared/feedbackMessages";
import { element } from "../kit/dom";

/** The message in place of the cards; `host` is undefined until the host's first message. */
export function emptyMessage(host: FeedbackState | undefined, run: (command: FeedbackCommand) => void): HTMLElement[] {
  if (host === undefined) return [element("h1", "sr-only", {}, [t("Loading feedback…")])];
  const button = (title: string, command: FeedbackCommand): HTMLElement => {
    const node = element("button", "secondary", { type: "button", "data-command": command }, [title]);
    node.addEventListener("click", () => {
      run(command);
    });
    return node;
  };
  return [
    element("h1", "sr-only", {}, [t("Feedback")]),
    element("p", "", {}, [t("Feedback on the answer in the editor stands here.")]),
    element("div", "buttons", {}, [
      button(t("Continue where I was"), "tutor.continue"),
      button(t("Open a question…"), "tutor.openQuestion"),
    ]),
  ];
}
