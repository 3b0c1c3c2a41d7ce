"""The statements of the columns.

A layout is a level, the names broken down by and whether one contributor is named, as one number: values of one layout,
of different subjects and of times that share no day cannot count anybody twice.
"""

TABLES = """
CREATE OR REPLACE TEMP TABLE grounds (place VARCHAR, level INTEGER, region VARCHAR);
CREATE OR REPLACE TEMP TABLE positions (place VARCHAR, level INTEGER, position INTEGER);
CREATE OR REPLACE TEMP TABLE parts (part VARCHAR, names INTEGER);
CREATE OR REPLACE TEMP TABLE times ("start" VARCHAR, "end" VARCHAR, span INTEGER);
CREATE OR REPLACE TEMP TABLE spans (span INTEGER, period INTEGER);
CREATE OR REPLACE TEMP TABLE clashes (span INTEGER, other INTEGER);
CREATE OR REPLACE TEMP TABLE owed (place VARCHAR, level INTEGER, places INTEGER);
CREATE OR REPLACE TEMP TABLE defined (
    indicator VARCHAR, rule VARCHAR, is_flow BOOLEAN, is_addable BOOLEAN, needs_base BOOLEAN, takes_newest BOOLEAN,
    is_single BOOLEAN, below_nation INTEGER, below_region INTEGER);
CREATE OR REPLACE TEMP TABLE cells (
    indicator VARCHAR, place VARCHAR, period INTEGER, above HUGEINT, below HUGEINT, used BIGINT, answered BIGINT,
    expected BIGINT, greatest HUGEINT, is_plain BOOLEAN);
"""

# A value that is never added to another (a bare share) enters only the cell of its own place, whole.
FACTS = """
CREATE OR REPLACE TEMP TABLE facts AS
SELECT d.rowid::INTEGER AS number, g.region, t.span, g.place, a.part, a.contributor, d.takes_newest, d.is_flow,
    g.level * 65536 + p.names * 2 + (a.contributor = '')::INTEGER AS layout,
    CASE WHEN NOT d.needs_base OR a.base IS NOT NULL THEN a.amount END AS amount,
    CASE WHEN d.needs_base THEN a.base END AS base,
    CASE WHEN d.rule = 'weighted' THEN a.amount::HUGEINT * a.base END AS product,
    o.position
FROM answers a JOIN defined d USING (indicator) JOIN grounds g USING (place) JOIN parts p USING (part)
    JOIN times t USING ("start", "end") LEFT JOIN positions o ON o.place = g.place AND o.level = d.below_region
WHERE a.answer = 'value' AND (d.is_addable OR (g.level <= 1 AND a.part = '' AND a.contributor = ''));
"""

TANGLED = """
CREATE OR REPLACE TEMP TABLE tangled AS
WITH twice AS (
    SELECT DISTINCT number, span FROM (
        SELECT number, span FROM facts GROUP BY number, span, hash(place, part, contributor) HAVING count(*) > 1)
), heard AS (SELECT DISTINCT number, span FROM facts WHERE is_flow)
SELECT number, period FROM twice JOIN spans USING (span)
UNION
SELECT one.number, s.period FROM heard one JOIN clashes c USING (span)
    JOIN heard other ON other.number = one.number AND other.span = c.other
    JOIN spans s ON s.span = c.span JOIN spans z ON z.span = c.other AND z.period = s.period
UNION
SELECT rowid::INTEGER, period FROM defined, (SELECT DISTINCT period FROM spans) WHERE is_single;
"""

COLLECTED = """min(layout) AS least, max(layout) AS most, count(amount) AS used, sum(amount) AS total,
    sum(base) AS bases, sum(product) AS products, max(amount) AS greatest,
    bitstring_agg(position, 0, {width}) FILTER (WHERE amount IS NOT NULL) AS heard"""
JOINED = """min(least) AS least, max(most) AS most, sum(used) AS used, sum(total) AS total, sum(bases) AS bases,
    sum(products) AS products, max(greatest) AS greatest"""

CELLS = """
CREATE OR REPLACE TEMP TABLE regions AS
WITH units AS (
    SELECT number, region, span, {collected} FROM facts WHERE NOT takes_newest GROUP BY number, region, span
), newest AS (
    SELECT number, region, period, layout, position, arg_max_null(amount, span) AS amount,
        arg_max_null(base, span) AS base, arg_max_null(product, span) AS product
    FROM facts JOIN spans USING (span) WHERE takes_newest
    GROUP BY number, region, period, place, part, contributor, layout, position
)
SELECT number, region, period, {joined}, bit_count(bit_or(heard)) AS heard
FROM units JOIN spans USING (span) GROUP BY number, region, period
UNION ALL
SELECT number, region, period, * EXCLUDE (number, region, period, heard), bit_count(heard)
FROM (SELECT number, region, period, {collected} FROM newest GROUP BY number, region, period);

INSERT INTO cells
WITH nation AS (
    SELECT number, '' AS place, period, {joined}, sum(heard) AS heard,
        count(*) FILTER (WHERE region <> '' AND used > 0) AS regions
    FROM regions JOIN defined d ON d.rowid = number WHERE d.is_addable OR region = ''
    GROUP BY number, period
), every AS (
    SELECT number, region AS place, period, least, most, used, total, bases, products, greatest, heard, 0 AS regions,
        1 AS own
    FROM regions WHERE region <> ''
    UNION ALL
    SELECT number, place, period, least, most, used, total, bases, products, greatest, heard, regions, 0 FROM nation
)
SELECT d.indicator, e.place, e.period,
    CASE d.rule WHEN 'maximum' THEN greatest WHEN 'weighted' THEN products ELSE total END,
    CASE d.rule WHEN 'mean' THEN {scale}::HUGEINT * used WHEN 'ratio' THEN bases
        WHEN 'weighted' THEN {scale}::HUGEINT * bases ELSE {scale} END,
    used,
    CASE WHEN used = 0 THEN 0 WHEN least // 65536 <= own THEN o.places
        WHEN own = 0 AND below_nation = 1 THEN regions ELSE coalesce(heard, 0) END,
    o.places, greatest,
    least = most AND (e.number, e.period) NOT IN (SELECT (number, period) FROM tangled)
FROM every e JOIN defined d ON d.rowid = e.number
    JOIN owed o ON o.place = e.place AND o.level = CASE own WHEN 0 THEN below_nation ELSE below_region END;
"""

SINGLE = """
SELECT c.indicator, c.place, c.period, CASE c.place WHEN '' THEN below_nation ELSE below_region END,
    a.key, a.place, a."start", a."end", a.part, a.contributor, a.answer, a.amount, a.base
FROM cells c JOIN defined d USING (indicator) JOIN answers a USING (indicator) JOIN grounds g ON g.place = a.place
    JOIN times t USING ("start", "end") JOIN spans s ON s.span = t.span AND s.period = c.period
WHERE NOT c.is_plain AND a.answer = 'value' AND (c.place = '' OR g.region = c.place)
    AND (d.is_addable OR (a.place = c.place AND a.part = '' AND a.contributor = ''))
ORDER BY 1, 2, 3;
"""

WIDE = "SELECT DISTINCT indicator FROM answers WHERE abs(amount) > ? OR abs(base) > ?"


def cells_sql(width: int, scale: int) -> str:
    """The statement that makes the cells; `width` is the last position of a place in its region."""
    collected = COLLECTED.format(width=width)
    return CELLS.format(collected=collected, joined=JOINED, scale=scale)
