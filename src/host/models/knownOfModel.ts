// What is known of a model before it is asked for something larger, so that it can be said what that takes.
import type { KnownOfModel } from "../../grading/qualification/estimate";
import type { ModelInUse } from "../grading/graderChoice";
import type { Settings } from "../settings";
import type { ModelFigures } from "./modelFigures";

/** Its speed, by an earlier trial or else by set-up, and its price, by the settings or else by the service's list. */
export function knownOfModel(
  { grader, kept }: Pick<ModelInUse, "grader" | "kept">,
  { figures, settings }: { readonly figures: ModelFigures; readonly settings: Pick<Settings, "priceOf"> },
): KnownOfModel {
  const { endpoint = "", model = "" } = grader.identity;
  const known = figures.of(endpoint, model);
  const speed = kept === undefined ? known.speed : { secondsPerAnswer: kept.secondsPerAnswer };
  const price = settings.priceOf(model) ?? known.price;
  return { ...(speed && { speed }), ...(price && { price }) };
}
