// node licences.mjs SBOM NOTICES: every package of the notices is in the bill of materials with its licence. Where a package names its licence by a file only, the
// notices' word for it, which somebody looked up, is written in. Where both name one and they differ, that is a fault.
import { readFileSync, writeFileSync } from "node:fs";

const [bill, notices] = process.argv.slice(2);
const sbom = JSON.parse(readFileSync(bill, "utf8"));
const rows = [...readFileSync(notices, "utf8").matchAll(/^\| ([\w.-]+) \| (\d[\w.-]*) \| ([^|]+) \| [^|]+ \|$/gm)]
  .map(row => ({ name: row[1], version: row[2], licence: row[3].trim() }));
const said = component => (component.licenses ?? []).map(one => one.expression ?? one.license?.id ?? one.license?.name).filter(Boolean).sort();
const faults = [];
for (const row of rows) {
  const component = sbom.components.find(one => one.name === row.name && one.version === row.version);
  if (!component) { faults.push(`${row.name} ${row.version} is not in the bill of materials`); continue; }
  if (said(component).length === 0) component.licenses = [{ expression: row.licence }];
  if (said(component).join(" OR ") !== row.licence.split(" OR ").sort().join(" OR ")) faults.push(`${row.name}: ${said(component)} there, ${row.licence} in the notices`);
  if (!component.hashes?.length) faults.push(`${row.name}: no hash`);
}
writeFileSync(bill, JSON.stringify(sbom, null, 2) + "\n");
if (rows.length === 0) faults.push("the notices name no package");
for (const fault of faults) console.log(fault);
if (faults.length === 0) console.log(`${bill}: ${rows.length} packages that ship, each with its licence and hash.`);
process.exit(faults.length === 0 ? 0 : 1);
