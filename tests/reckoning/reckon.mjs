// 200 people, worked out like a spreadsheet: whole pence, one column after another. See README.md.
// Sheet "Points": a row for each area, a column for each level.
const POINTS = {
  D01: [0, 2, 5, 9, 12], D02: [0, 2, 4, 7, 10], D03: [0, 2, 5, 9, 12], D04: [0, 1, 2, 4, 6],
  D05: [0, 3, 6, 10, 14], D06: [0, 2, 4, 6], D07: [0, 2, 4, 7], D08: [0, 2, 4, 6],
  D09: [0, 2, 4, 6, 8], D10: [0, 2, 4, 7, 10], D11: [0, 2, 4, 6, 9], D12: [0, 0, 0, 0],
};
// Sheet "Price": pence for each single point of a ten; the price of a score is their running total.
const PENCE_A_POINT = [250, 350, 450, 550, 600, 650, 700, 800, 900, 950];
const PRICE = [0];
for (let score = 1; score <= 100; score++) PRICE.push(PRICE[score - 1] + PENCE_A_POINT[Math.ceil(score / 10) - 1]);

// Sheet "Keep": pence a week, 2026-27.
const KEEP = {
  single: { "18_to_24": 9540, working_age: 12040, pension_age: 24145, disability: 5155, enhanced: 2520 },
  couple: { "18_to_24": 9455, working_age: 9455, pension_age: 18435, disability: 3675, enhanced: 1815 },
};
const CHILD = 10695, CARER = 5530, LOWER = 1425000, UPPER = 2325000, STEP = 25000, POUND = 100;
const NOT_COUNTED = ["wages", "mobility", "war_pension"];

// A column of random numbers that is the same on every machine (mulberry32).
let seed = 20261124;
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const upTo = (n) => Math.floor(random() * (n + 1));
const oneOf = (list) => list[upTo(list.length - 1)];
const pounds = (pence) => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;

const heads = ["case", ...Object.keys(POINTS), "age", "couple", "children", "disability", "enhanced", "carer", "savings", "joint_savings",
  "state_pension", "private_pension", "disability_benefit", "wages", "mobility", "housing_costs", "disability_costs",
  "points", "weekly", "four_weekly", "pays", "council_pays"];
const lines = [heads.join(",")];

for (let row = 1; row <= 200; row++) {
  const level = Object.fromEntries(Object.entries(POINTS).map(([area, of]) => [area, upTo(of.length - 1)]));
  const age = oneOf(["18_to_24", "working_age", "pension_age", "pension_age"]);
  const home = random() < 0.3 ? "couple" : "single";
  const children = random() < 0.1 ? 1 + upTo(2) : 0;
  const yes = { disability: random() < 0.3, enhanced: random() < 0.2, carer: random() < 0.1 };
  const savings = random() < 0.6 ? upTo(1400000) : upTo(4000000);
  const joint = home === "couple" ? upTo(1000000) * 2 : 0;
  const income = {
    state_pension: age === "pension_age" ? upTo(25000) : 0,
    private_pension: random() < 0.4 ? upTo(20000) : 0,
    disability_benefit: oneOf([0, 7670, 11460]),
    wages: age !== "pension_age" && random() < 0.3 ? upTo(30000) : 0,
    mobility: oneOf([0, 3030, 8000]),
  };
  const housing = random() < 0.5 ? upTo(6000) : 0;
  const disabilityCosts = random() < 0.6 ? upTo(4000) : 0;

  // Column by column.
  const points = Object.keys(POINTS).map((area) => POINTS[area][level[area]]).reduce((sum, p) => sum + p, 0);
  const weekly = PRICE[points];
  const counted = Object.entries(income).map(([kind, pence]) => (NOT_COUNTED.includes(kind) ? 0 : pence)).reduce((sum, p) => sum + p, 0);
  const own = savings + joint / 2;
  let steps = 0;
  for (let mark = LOWER; mark < Math.min(own, UPPER); mark += STEP) steps++;
  const keep = KEEP[home][age] + (yes.disability ? KEEP[home].disability : 0) + (yes.enhanced ? KEEP[home].enhanced : 0)
    + (yes.carer ? CARER : 0) + children * CHILD + housing + disabilityCosts;
  const spare = counted + steps * POUND - keep;
  const pays = own > UPPER ? weekly : spare <= 0 ? 0 : spare >= weekly ? weekly : spare;

  lines.push([row, ...Object.values(level), age, home === "couple", children, yes.disability, yes.enhanced, yes.carer,
    pounds(savings), pounds(joint), ...Object.values(income).map(pounds), pounds(housing), pounds(disabilityCosts),
    points, pounds(weekly), pounds(weekly * 4), pounds(pays), pounds(weekly - pays)].join(","));
}
console.log(lines.join("\n"));
