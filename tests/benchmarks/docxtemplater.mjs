// docxtemplater on the same words: a template that repeats a paragraph for each style, and the paragraphs as JSON.
// In: a template, a JSON file, a file to write. Out: a Word file. Timed as a process of its own by the benchmarks.
import { readFileSync, writeFileSync } from "node:fs";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";

const [template, data, out] = process.argv.slice(2);
const made = new Docxtemplater(new PizZip(readFileSync(template)), { paragraphLoop: true, linebreaks: true });
made.render(JSON.parse(readFileSync(data, "utf8")));
writeFileSync(out, made.toBuffer({ compression: "DEFLATE" }));
