// What models have shown of themselves on the sample answers, one file each in the tutor's own folder, so that two
// windows never write the same one in another's place. A file is read as if a stranger had written it.
import * as vscode from "vscode";
import { sha256Hex } from "../../core/text/hash";
import type { StoredQualification } from "../../grading/qualification/stored";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import { SafeFolder } from "../storage/safeFolder";
import { VscodeFiles } from "../storage/vscodeFiles";

/** The folder below VS Code's storage of the extension. */
const folderName = "qualifications";

export class Qualifications implements vscode.Disposable {
  private readonly folder: SafeFolder;
  private readonly changed = new vscode.EventEmitter<void>();
  /** A result was kept by this window. */
  readonly onDidChange = this.changed.event;

  constructor(
    storage: vscode.Uri,
    private readonly load: LoadModule,
    private readonly log: Log,
  ) {
    this.folder = new SafeFolder(new VscodeFiles(vscode.Uri.joinPath(storage, folderName)));
  }

  /** All that can be read; a file that cannot is passed over and told to the log. */
  async list(): Promise<readonly StoredQualification[]> {
    const { readQualification } = await this.load("modelGrader");
    const entries = await this.folder.list("").catch((error: unknown) => {
      this.log.error("Results of models could not be listed", error);
      return [];
    });
    const read = entries
      .filter(({ name, kind }) => kind === "file" && name.endsWith(".json"))
      .map(async ({ name }) => {
        try {
          const bytes = await this.folder.read(name);
          return bytes && readQualification(JSON.parse(new TextDecoder().decode(bytes)));
        } catch (error) {
          this.log.error(`The result ${name} could not be read`, error);
          return undefined;
        }
      });
    return (await Promise.all(read)).filter((one) => one !== undefined);
  }

  /** Keeps a result in the place of an earlier one of the same model, prompt, goldens and size. */
  async keep(one: StoredQualification): Promise<void> {
    const { qualificationKey } = await this.load("modelGrader");
    const bytes = new TextEncoder().encode(`${JSON.stringify(one, undefined, 1)}\n`);
    await this.folder.write(`${sha256Hex(qualificationKey(one)).slice(0, 32)}.json`, bytes);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
