// What a report of Wapiti says, a line for each kind and path. Usage: findings.mjs NAME REPORT
import { readFileSync } from "node:fs";
const [, , name, file] = process.argv;
const report = JSON.parse(readFileSync(file, "utf8"));
console.log(`== ${name}`);
for (const kind of ["vulnerabilities", "anomalies", "additionals"]) {
  for (const [title, found] of Object.entries(report[kind] ?? {})) {
    const paths = new Map();
    for (const one of found) {
      const key = `${one.method} ${one.path}: ${one.info.replace(/\s+/g, " ").slice(0, 140)} (level ${one.level})`;
      paths.set(key, (paths.get(key) ?? 0) + 1);
    }
    for (const [key, times] of paths) console.log(`${title}: ${key}${times > 1 ? ` ×${times}` : ""}`);
  }
}
