// datapackage.cjs DATASET validates the descriptor, casts every cell of every
// resource, checks the foreign keys, and writes how many rows each has.
const { Package } = require('datapackage');

(async () => {
  const pkg = await Package.load(`${process.argv[2]}/datapackage.json`, { basePath: process.argv[2] });
  if (!pkg.valid) throw new Error(pkg.errors.map((e) => e.message).join('\n'));
  const rows = {};
  for (const resource of pkg.resources) {
    if (!resource.valid) throw new Error(`${resource.name}: ${resource.errors.map((e) => e.message).join('\n')}`);
    rows[resource.name] = (await resource.read()).length;
    await resource.checkRelations();
  }
  console.log(JSON.stringify(rows));
})().catch((err) => { console.error(err, JSON.stringify((err.errors || []).map((e) => e.message))); process.exit(1); });
