// duckdb.cjs DATASET answers four research questions from the Parquet and from
// the CSV files, and counts the rows of every table. It writes one JSON object.
const { DuckDBInstance } = require('@duckdb/node-api');
const fs = require('node:fs');

const formats = {
  parquet: { file: (t) => `'${dir}/parquet/${t}.parquet'`, list: (c) => c },
  csv: { file: (t) => `read_csv('${dir}/csv/${t}.csv', header = true)`, list: (c) => `string_split(${c}, ';')` },
};
const questions = {
  patrols: (f) => `SELECT DISTINCT m.name FROM ${f.file('targets')} t
    JOIN ${f.file('commitments')} c USING (commitment_id)
    JOIN ${f.file('promise_municipalities')} p USING (promise_id)
    JOIN ${f.file('municipalities')} m USING (municipality_code)
    WHERE list_contains(${f.list('c.measures')}, 'fotpatrull') AND t.per IS NOT NULL ORDER BY 1`,
  inForce: (f) => `SELECT promise_id FROM ${f.file('promises')}
    WHERE valid_from <= DATE '2019-07-01' AND (valid_to >= DATE '2019-07-01' OR open) ORDER BY 1`,
  topics: (f) => `SELECT year(valid_from)::INT AS year, topic, count(*)::INT AS n FROM (
      SELECT valid_from, unnest(${f.list('c.topics')}) AS topic
      FROM ${f.file('commitments')} c JOIN ${f.file('promises')} p USING (promise_id))
    GROUP BY ALL ORDER BY ALL`,
  numbers: (f) => `SELECT actor, count(DISTINCT commitment_id)::INT AS n FROM (
      SELECT commitment_id, unnest(${f.list('c.actors')}) AS actor
      FROM ${f.file('commitments')} c JOIN ${f.file('targets')} t USING (commitment_id) WHERE t.value IS NOT NULL)
    GROUP BY ALL ORDER BY ALL`,
};

const dir = process.argv[2];

(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();
  const out = {};
  for (const [format, f] of Object.entries(formats)) {
    out[format] = { rows: {} };
    for (const [name, sql] of Object.entries(questions)) out[format][name] = await ask(sql(f));
    for (const file of fs.readdirSync(`${dir}/${format}`)) {
      const table = file.replace(/\.\w+$/, '');
      out[format].rows[table] = (await ask(`SELECT count(*)::INT FROM ${f.file(table)}`))[0][0];
    }
  }
  console.log(JSON.stringify(out));
})().catch((err) => { console.error(err); process.exit(1); });
