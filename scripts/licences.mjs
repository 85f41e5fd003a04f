// What the package owes to others: the texts of their licences and a bill of materials, made from what the bundles
// hold. Nothing in them tells when or where they were made, so that the same commit gives the same bytes.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Licences that ask for no more than their text; another one fails the build until somebody has read it. */
const allowed = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

const licenceFile = /^(?:licen[cs]e|copying)(?:[.-][\w.-]+)?$/i;
const noticeFile = /^notice(?:\.\w+)?$/i;

/** The MIT licence, for packages that name it and bring no text. */
const mit = (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/**
 * The folders of the packages that bundles hold code of, sorted.
 * @param {readonly import("esbuild").Metafile[]} metafiles
 */
export function packagesIn(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll("\\", "/")) ?? [];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
  return [...folders].sort();
}

/**
 * One package: who made it and under what terms. Throws where its licence is none of the allowed ones or has no text.
 * @param {string} folder
 */
export async function packageFacts(folder) {
  const { name, version, license, author, homepage, repository } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  if (!allowed.includes(license)) throw new Error(`${name} is under ${license}; may the package hold it?`);
  const files = (await readdir(folder)).sort();
  const named = [...files.filter((file) => licenceFile.test(file)), ...files.filter((file) => noticeFile.test(file))];
  const texts = await Promise.all(named.map((file) => readFile(join(folder, file), "utf8")));
  const holder = typeof author === "string" ? author : author?.name;
  if (texts.length === 0 && license === "MIT" && holder !== undefined) texts.push(mit(holder));
  if (texts.length === 0) throw new Error(`${name} brings no text of its licence.`);
  const url = homepage ?? (typeof repository === "string" ? repository : repository?.url);
  return {
    folder,
    name,
    version,
    license,
    url,
    text: texts.map((text) => text.replace(/\r\n?/g, "\n").trim()).join("\n\n"),
  };
}

/** All licences as one text for people. */
export function notices(packages) {
  const rule = "-".repeat(80);
  const parts = packages.map(({ name, version, license, url, text }) =>
    [rule, `${name} ${version} (${license})`, ...(url === undefined ? [] : [url]), rule, "", text].join("\n"),
  );
  return `Roadmap Tutor contains code of these packages.\n\n${parts.join("\n\n")}\n`;
}

/**
 * The bill of materials, CycloneDX 1.6.
 * @param {{ name: string, version: string, license: string }} own
 * @param {Readonly<Record<string, { integrity?: string }>>} locked the packages of package-lock.json by folder
 */
export function billOfMaterials(own, packages, locked) {
  const purl = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const component = ({ folder, name, version, license, url }) => ({
    type: "library",
    "bom-ref": purl(name, version),
    name,
    version,
    licenses: [{ license: { id: license } }],
    purl: purl(name, version),
    ...hashesOf(locked[folder]?.integrity),
    ...(url === undefined ? {} : { externalReferences: [{ type: "website", url }] }),
  });
  const self = purl(own.name, own.version);
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": self,
        name: own.name,
        version: own.version,
        licenses: [{ license: { id: own.license } }],
        purl: self,
      },
    },
    components: packages.map(component),
    dependencies: [{ ref: self, dependsOn: packages.map(({ name, version }) => purl(name, version)) }],
  };
  return `${JSON.stringify(bill, undefined, 1)}\n`;
}

/** npm's "sha512-…" as CycloneDX has it. */
function hashesOf(integrity) {
  const [, base64] = /^sha512-(\S+)$/.exec(integrity ?? "") ?? [];
  return base64 === undefined
    ? {}
    : { hashes: [{ alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") }] };
}

/**
 * Writes both files for bundles that were built with a metafile.
 * @param {readonly import("esbuild").Metafile[]} metafiles
 * @param {string} dist
 */
export async function writeLicences(metafiles, dist) {
  const packages = await Promise.all(packagesIn(metafiles).map(packageFacts));
  const read = async (path) => JSON.parse(await readFile(path, "utf8"));
  const [own, lock] = await Promise.all([read("package.json"), read("package-lock.json")]);
  await writeFile(join(dist, "thirdPartyNotices.txt"), notices(packages));
  await writeFile(join(dist, "sbom.cdx.json"), billOfMaterials(own, packages, lock.packages));
}
