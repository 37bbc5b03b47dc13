-- Paying at the counter (E2, E9): what each booking costs, what was paid for it, and the receipts of the cooperative's own
-- booklets. All of it is facts, which are added and never changed; what stands in `accounts` follows from them.
--
-- The errors raised, beside those of 0002: NOT-IN-TURN (a row that is not the next of its booking or its payment),
-- NOT-THE-SUM (lines that do not add up to their payment), MORE-THAN-OWED, MORE-THAN-PAID, REVERSED-ALREADY, NOT-ENTIRELY (a
-- reversal that is not exactly its payment turned round), RECEIPT-OUTSIDE, RECEIPT-USED, BOOKLETS-OVERLAP, NOT-BACK (a late
-- fee for a machine that is not back), NOT-STANDING (a second late fee, or a second waiver), UNKNOWN-BOOKING, UNKNOWN-PAYMENT.

-- What a booking of a type's machine pays at its approval, and for each day or hour that it comes back late.
ALTER TABLE machine_types ADD COLUMN deposit_centavos INTEGER CHECK (deposit_centavos BETWEEN 1 AND 100000000000);
ALTER TABLE machine_types ADD COLUMN late_fee_centavos INTEGER CHECK (late_fee_centavos BETWEEN 1 AND 100000000000);
ALTER TABLE machine_types ADD COLUMN late_fee_per TEXT CHECK (
  (late_fee_per IS NULL) = (late_fee_centavos IS NULL) AND (late_fee_per = 'day' OR late_fee_per = 'hour'));

-- What a booking costs. The last row of a booking holds.
CREATE TABLE charges (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  nth INTEGER NOT NULL CHECK (nth BETWEEN 1 AND 1000000),
  stage TEXT NOT NULL CHECK (stage = 'promised' OR stage = 'done' OR stage = 'off'),
  -- What is due now; what the booking costs in all, if that is known; and the deposit that was asked for.
  due_centavos INTEGER NOT NULL CHECK (due_centavos BETWEEN 0 AND 100000000000000),
  price_centavos INTEGER CHECK (price_centavos BETWEEN 0 AND 100000000000000),
  deposit_centavos INTEGER CHECK (deposit_centavos BETWEEN 1 AND 100000000000),
  -- How the price came about: the quote as JSON, or nothing.
  how TEXT CHECK (how IS NULL OR (json_type(how) IS 'object' AND length(how) <= 2000)),
  -- Since when it is due.
  since_ms INTEGER NOT NULL CHECK (since_ms BETWEEN 0 AND 253402300799999),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX charges_by_booking ON charges (booking_id, nth);

CREATE TABLE late_fees (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
  per TEXT NOT NULL CHECK (per = 'day' OR per = 'hour'),
  rate_centavos INTEGER NOT NULL CHECK (rate_centavos BETWEEN 1 AND 100000000000),
  centavos INTEGER NOT NULL CHECK (centavos = quantity * rate_centavos AND centavos <= 100000000000000),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999)
) STRICT, WITHOUT ROWID;

CREATE INDEX late_fees_by_booking ON late_fees (booking_id);

CREATE TABLE waivers (
  fee_id TEXT NOT NULL PRIMARY KEY REFERENCES late_fees (id),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999)
) STRICT, WITHOUT ROWID;

-- The cooperative's own booklets of receipts.
CREATE TABLE booklets (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  prefix TEXT NOT NULL DEFAULT '' CHECK (length(prefix) <= 20),
  first INTEGER NOT NULL CHECK (first BETWEEN 1 AND 999999999),
  last INTEGER NOT NULL CHECK (last BETWEEN first AND 999999999 AND last - first < 100000),
  desk TEXT NOT NULL DEFAULT '' CHECK (length(desk) <= 60),
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID;

-- A payment, a refund, or the reversal of one of them. `lines` says for which bookings: [{bookingId, centavos}].
CREATE TABLE payments (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  kind TEXT NOT NULL CHECK (kind = 'payment' OR kind = 'refund' OR kind = 'reversal'),
  member_id TEXT NOT NULL REFERENCES members (id),
  -- Less than nothing if the cooperative pays.
  centavos INTEGER NOT NULL CHECK (centavos <> 0 AND centavos BETWEEN -100000000000000 AND 100000000000000),
  lines TEXT NOT NULL CHECK (json_type(lines) IS 'array' AND json_array_length(lines) BETWEEN 1 AND 100 AND length(lines) <= 30000),
  how TEXT NOT NULL CHECK (how = 'cash' OR how = 'bank' OR how = 'e-wallet' OR how = 'other'),
  reference TEXT NOT NULL DEFAULT '' CHECK (length(reference) <= 80),
  booklet_id TEXT REFERENCES booklets (id),
  receipt_number INTEGER CHECK (receipt_number BETWEEN 1 AND 999999999),
  reverses TEXT REFERENCES payments (id),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  at_ms INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 253402300799999),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999),
  CHECK ((booklet_id IS NULL) = (receipt_number IS NULL)),
  CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
  CHECK (kind = 'payment' OR (length(reason) > 0 AND booklet_id IS NULL)),
  CHECK (kind = 'reversal' OR (kind = 'payment') = (centavos > 0))
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_by_time ON payments (entered_ms, id);
CREATE INDEX payments_by_member ON payments (member_id, entered_ms, id);
CREATE UNIQUE INDEX payments_reversed ON payments (reverses) WHERE reverses IS NOT NULL;

-- Derived: written only by `payments_say_for_what`.
CREATE TABLE payment_lines (
  payment_id TEXT NOT NULL REFERENCES payments (id),
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  centavos INTEGER NOT NULL CHECK (centavos <> 0),
  PRIMARY KEY (payment_id, booking_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_lines_by_booking ON payment_lines (booking_id, payment_id);

-- The numbers of the booklets that are gone: with a payment, or cancelled for a reason.
CREATE TABLE receipts (
  booklet_id TEXT NOT NULL REFERENCES booklets (id),
  number INTEGER NOT NULL,
  payment_id TEXT REFERENCES payments (id),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999),
  CHECK ((payment_id IS NULL) = (length(reason) > 0)),
  PRIMARY KEY (booklet_id, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX receipts_by_payment ON receipts (payment_id) WHERE payment_id IS NOT NULL;

-- Each print of a payment's slip. From the second on it says COPY.
CREATE TABLE payment_prints (
  payment_id TEXT NOT NULL REFERENCES payments (id),
  nth INTEGER NOT NULL CHECK (nth BETWEEN 1 AND 1000000),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999),
  PRIMARY KEY (payment_id, nth)
) STRICT, WITHOUT ROWID;

-- What each booking's account comes to, as the facts say it.
CREATE VIEW accounts_as_recorded AS
SELECT b.id AS booking_id, b.member_id,
  c.due_centavos + f.fees AS due_centavos,
  max(c.due_centavos, coalesce(c.price_centavos, 0)) + f.fees AS most_centavos,
  coalesce((SELECT sum(l.centavos) FROM payment_lines l WHERE l.booking_id = b.id), 0) AS paid_centavos,
  c.since_ms
FROM bookings b
JOIN charges c ON c.booking_id = b.id AND c.nth = (SELECT max(nth) FROM charges WHERE booking_id = b.id)
JOIN (
  SELECT o.id, coalesce((
    SELECT sum(l.centavos) FROM late_fees l
    WHERE l.booking_id = o.id AND NOT EXISTS (SELECT 1 FROM waivers w WHERE w.fee_id = l.id)), 0) AS fees
  FROM bookings o) f ON f.id = b.id;

-- The same, kept: what is due and paid of each booking, and the most that may be paid for it, which is more than what is due
-- where somebody pays before the return. Derived: written only by triggers on the facts.
CREATE TABLE accounts (
  booking_id TEXT NOT NULL PRIMARY KEY REFERENCES bookings (id),
  member_id TEXT NOT NULL REFERENCES members (id),
  due_centavos INTEGER NOT NULL,
  most_centavos INTEGER NOT NULL,
  paid_centavos INTEGER NOT NULL CHECK (paid_centavos >= 0),
  since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX accounts_by_member ON accounts (member_id, since_ms, booking_id);
CREATE INDEX accounts_owing ON accounts (member_id, since_ms) WHERE due_centavos > paid_centavos;

CREATE TRIGGER accounts_are_new BEFORE INSERT ON accounts
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM accounts WHERE booking_id = NEW.booking_id);
  SELECT RAISE(ABORT, 'DERIVED') WHERE NOT EXISTS (
    SELECT 1 FROM accounts_as_recorded r
    WHERE r.booking_id = NEW.booking_id AND r.member_id = NEW.member_id AND r.due_centavos = NEW.due_centavos
      AND r.most_centavos = NEW.most_centavos AND r.paid_centavos = NEW.paid_centavos AND r.since_ms = NEW.since_ms);
END;

CREATE TRIGGER accounts_say_what_is_recorded BEFORE UPDATE ON accounts
BEGIN
  SELECT RAISE(ABORT, 'DERIVED') WHERE NEW.booking_id IS NOT OLD.booking_id OR NOT EXISTS (
    SELECT 1 FROM accounts_as_recorded r
    WHERE r.booking_id = NEW.booking_id AND r.member_id = NEW.member_id AND r.due_centavos = NEW.due_centavos
      AND r.most_centavos = NEW.most_centavos AND r.paid_centavos = NEW.paid_centavos AND r.since_ms = NEW.since_ms);
END;

CREATE TRIGGER accounts_are_kept BEFORE DELETE ON accounts
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- What a booking costs.

CREATE TRIGGER charges_are_in_turn BEFORE INSERT ON charges
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM charges WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-BOOKING') WHERE NOT EXISTS (SELECT 1 FROM bookings WHERE id = NEW.booking_id);
  SELECT RAISE(ABORT, 'NOT-IN-TURN') WHERE NEW.nth IS NOT 1 + coalesce(
    (SELECT max(nth) FROM charges WHERE booking_id = NEW.booking_id), 0);
END;

CREATE TRIGGER charges_are_accounted AFTER INSERT ON charges
BEGIN
  INSERT INTO accounts (booking_id, member_id, due_centavos, most_centavos, paid_centavos, since_ms)
  SELECT r.booking_id, r.member_id, r.due_centavos, r.most_centavos, r.paid_centavos, r.since_ms
  FROM accounts_as_recorded r
  WHERE r.booking_id = NEW.booking_id AND NOT EXISTS (SELECT 1 FROM accounts WHERE booking_id = NEW.booking_id);
  UPDATE accounts SET (due_centavos, most_centavos, since_ms) = (
    SELECT due_centavos, most_centavos, since_ms FROM accounts_as_recorded WHERE booking_id = NEW.booking_id)
  WHERE booking_id = NEW.booking_id;
  -- With OR IGNORE, a row that cannot be written is passed over without a word.
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE NOT EXISTS (
    SELECT 1 FROM accounts a JOIN accounts_as_recorded r ON r.booking_id = a.booking_id
    WHERE a.booking_id = NEW.booking_id AND a.due_centavos = r.due_centavos AND a.most_centavos = r.most_centavos
      AND a.since_ms = r.since_ms);
END;

CREATE TRIGGER charges_never_change BEFORE UPDATE ON charges
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER charges_are_kept BEFORE DELETE ON charges
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER bookings_take_their_account_along AFTER UPDATE ON bookings WHEN NEW.member_id IS NOT OLD.member_id
BEGIN
  UPDATE accounts SET member_id = NEW.member_id WHERE booking_id = NEW.id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE EXISTS (
    SELECT 1 FROM accounts WHERE booking_id = NEW.id AND member_id IS NOT NEW.member_id);
END;

-- Late fees: one that stands for each booking, once its machine is back.

CREATE TRIGGER late_fees_fit BEFORE INSERT ON late_fees
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM late_fees WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-BOOKING') WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE booking_id = NEW.booking_id);
  SELECT RAISE(ABORT, 'NOT-BACK') WHERE (SELECT status FROM bookings WHERE id = NEW.booking_id) IS NOT 'completed';
  SELECT RAISE(ABORT, 'NOT-STANDING') WHERE EXISTS (
    SELECT 1 FROM late_fees l
    WHERE l.booking_id = NEW.booking_id AND NOT EXISTS (SELECT 1 FROM waivers w WHERE w.fee_id = l.id));
END;

CREATE TRIGGER late_fees_are_accounted AFTER INSERT ON late_fees
BEGIN
  UPDATE accounts SET (due_centavos, most_centavos) = (
    SELECT due_centavos, most_centavos FROM accounts_as_recorded WHERE booking_id = NEW.booking_id)
  WHERE booking_id = NEW.booking_id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE NOT EXISTS (
    SELECT 1 FROM accounts a JOIN accounts_as_recorded r ON r.booking_id = a.booking_id
    WHERE a.booking_id = NEW.booking_id AND a.due_centavos = r.due_centavos AND a.most_centavos = r.most_centavos);
END;

CREATE TRIGGER late_fees_never_change BEFORE UPDATE ON late_fees
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER late_fees_are_kept BEFORE DELETE ON late_fees
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER waivers_fit BEFORE INSERT ON waivers
BEGIN
  SELECT RAISE(ABORT, 'NOT-STANDING') WHERE EXISTS (SELECT 1 FROM waivers WHERE fee_id = NEW.fee_id)
    OR NOT EXISTS (SELECT 1 FROM late_fees WHERE id = NEW.fee_id);
END;

CREATE TRIGGER waivers_are_accounted AFTER INSERT ON waivers
BEGIN
  UPDATE accounts SET (due_centavos, most_centavos) = (
    SELECT r.due_centavos, r.most_centavos FROM accounts_as_recorded r WHERE r.booking_id = accounts.booking_id)
  WHERE booking_id = (SELECT booking_id FROM late_fees WHERE id = NEW.fee_id);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE NOT EXISTS (
    SELECT 1 FROM late_fees l JOIN accounts a ON a.booking_id = l.booking_id
    JOIN accounts_as_recorded r ON r.booking_id = a.booking_id
    WHERE l.id = NEW.fee_id AND a.due_centavos = r.due_centavos AND a.most_centavos = r.most_centavos);
END;

CREATE TRIGGER waivers_never_change BEFORE UPDATE ON waivers
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER waivers_are_kept BEFORE DELETE ON waivers
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- Payments, refunds and reversals.

CREATE TRIGGER payments_fit BEFORE INSERT ON payments
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM payments WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'NOT-THE-SUM') WHERE
    (SELECT total(value ->> '$.centavos') FROM json_each(NEW.lines)) IS NOT CAST(NEW.centavos AS REAL)
    OR EXISTS (
      SELECT 1 FROM json_each(NEW.lines)
      WHERE json_type(value, '$.centavos') IS NOT 'integer' OR json_type(value, '$.bookingId') IS NOT 'text'
        OR (value ->> '$.centavos' > 0) IS NOT (NEW.centavos > 0) OR value ->> '$.centavos' = 0)
    OR (SELECT count(DISTINCT value ->> '$.bookingId') FROM json_each(NEW.lines)) <> json_array_length(NEW.lines);
  SELECT RAISE(ABORT, 'UNKNOWN-BOOKING') WHERE EXISTS (
    SELECT 1 FROM json_each(NEW.lines) l
    WHERE NOT EXISTS (
      SELECT 1 FROM accounts a
      WHERE a.booking_id = l.value ->> '$.bookingId' AND (NEW.kind = 'reversal' OR a.member_id = NEW.member_id)));
  SELECT RAISE(ABORT, 'REVERSED-ALREADY') WHERE NEW.reverses IS NOT NULL AND EXISTS (
    SELECT 1 FROM payments WHERE reverses = NEW.reverses);
  SELECT RAISE(ABORT, 'NOT-ENTIRELY') WHERE NEW.kind = 'reversal' AND (
    NOT EXISTS (
      SELECT 1 FROM payments p
      WHERE p.id = NEW.reverses AND p.kind <> 'reversal' AND p.member_id = NEW.member_id AND p.centavos = -NEW.centavos)
    OR (SELECT count(*) FROM payment_lines WHERE payment_id = NEW.reverses) <> json_array_length(NEW.lines)
    OR EXISTS (
      SELECT 1 FROM json_each(NEW.lines) l
      WHERE NOT EXISTS (
        SELECT 1 FROM payment_lines p
        WHERE p.payment_id = NEW.reverses AND p.booking_id = l.value ->> '$.bookingId'
          AND p.centavos = -(l.value ->> '$.centavos'))));
END;

CREATE TRIGGER payments_say_for_what AFTER INSERT ON payments
BEGIN
  INSERT INTO payment_lines (payment_id, booking_id, centavos)
  SELECT NEW.id, value ->> '$.bookingId', value ->> '$.centavos' FROM json_each(NEW.lines);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM payment_lines WHERE payment_id = NEW.id)
    <> json_array_length(NEW.lines);
END;

CREATE TRIGGER payments_use_their_receipt AFTER INSERT ON payments WHEN NEW.booklet_id IS NOT NULL
BEGIN
  INSERT INTO receipts (booklet_id, number, payment_id, entered_by, entered_ms)
  VALUES (NEW.booklet_id, NEW.receipt_number, NEW.id, NEW.entered_by, NEW.entered_ms);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE NOT EXISTS (
    SELECT 1 FROM receipts
    WHERE booklet_id = NEW.booklet_id AND number = NEW.receipt_number AND payment_id = NEW.id);
END;

CREATE TRIGGER payments_never_change BEFORE UPDATE ON payments
WHEN NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.member_id IS NOT OLD.member_id
  OR NEW.centavos IS NOT OLD.centavos OR NEW.lines IS NOT OLD.lines OR NEW.how IS NOT OLD.how
  OR NEW.reference IS NOT OLD.reference OR NEW.booklet_id IS NOT OLD.booklet_id
  OR NEW.receipt_number IS NOT OLD.receipt_number OR NEW.reverses IS NOT OLD.reverses
  OR NEW.reason IS NOT OLD.reason OR NEW.at_ms IS NOT OLD.at_ms OR NEW.entered_by IS NOT OLD.entered_by
  OR NEW.entered_ms IS NOT OLD.entered_ms
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER payments_are_kept BEFORE DELETE ON payments
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER payment_lines_fit BEFORE INSERT ON payment_lines
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (
    SELECT 1 FROM payment_lines WHERE payment_id = NEW.payment_id AND booking_id = NEW.booking_id);
  SELECT RAISE(ABORT, 'DERIVED') WHERE NOT EXISTS (
    SELECT 1 FROM payments p, json_each(p.lines) l
    WHERE p.id = NEW.payment_id AND l.value ->> '$.bookingId' = NEW.booking_id
      AND l.value ->> '$.centavos' = NEW.centavos);
  SELECT RAISE(ABORT, 'MORE-THAN-OWED') FROM accounts a JOIN payments p ON p.id = NEW.payment_id
  WHERE a.booking_id = NEW.booking_id AND p.kind = 'payment' AND a.paid_centavos + NEW.centavos > a.most_centavos;
  SELECT RAISE(ABORT, 'MORE-THAN-PAID') FROM accounts a
  WHERE a.booking_id = NEW.booking_id AND NEW.centavos < 0 AND a.paid_centavos + NEW.centavos < 0;
END;

CREATE TRIGGER payment_lines_are_accounted AFTER INSERT ON payment_lines
BEGIN
  UPDATE accounts SET paid_centavos = paid_centavos + NEW.centavos WHERE booking_id = NEW.booking_id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE NOT EXISTS (
    SELECT 1 FROM accounts a JOIN accounts_as_recorded r ON r.booking_id = a.booking_id
    WHERE a.booking_id = NEW.booking_id AND a.paid_centavos = r.paid_centavos);
END;

CREATE TRIGGER payment_lines_never_change BEFORE UPDATE ON payment_lines
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER payment_lines_are_kept BEFORE DELETE ON payment_lines
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- Booklets and their numbers.

CREATE TRIGGER booklets_are_new BEFORE INSERT ON booklets
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM booklets WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'BOOKLETS-OVERLAP') WHERE EXISTS (
    SELECT 1 FROM booklets WHERE prefix = NEW.prefix AND first <= NEW.last AND last >= NEW.first);
END;

CREATE TRIGGER booklets_keep_their_numbers BEFORE UPDATE ON booklets
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id
    OR (NEW.prefix IS NOT OLD.prefix AND EXISTS (SELECT 1 FROM receipts WHERE booklet_id = OLD.id));
  SELECT RAISE(ABORT, 'RECEIPT-OUTSIDE') WHERE EXISTS (
    SELECT 1 FROM receipts WHERE booklet_id = OLD.id AND number NOT BETWEEN NEW.first AND NEW.last);
  SELECT RAISE(ABORT, 'BOOKLETS-OVERLAP') WHERE EXISTS (
    SELECT 1 FROM booklets WHERE prefix = NEW.prefix AND first <= NEW.last AND last >= NEW.first AND id <> OLD.id);
END;

CREATE TRIGGER booklets_are_kept BEFORE DELETE ON booklets
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER receipts_are_used_once BEFORE INSERT ON receipts
BEGIN
  SELECT RAISE(ABORT, 'RECEIPT-OUTSIDE') WHERE NOT EXISTS (
    SELECT 1 FROM booklets WHERE id = NEW.booklet_id AND NEW.number BETWEEN first AND last);
  SELECT RAISE(ABORT, 'RECEIPT-USED') WHERE EXISTS (
    SELECT 1 FROM receipts WHERE booklet_id = NEW.booklet_id AND number = NEW.number);
  SELECT RAISE(ABORT, 'DERIVED') WHERE NEW.payment_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM payments
    WHERE id = NEW.payment_id AND booklet_id = NEW.booklet_id AND receipt_number = NEW.number);
END;

CREATE TRIGGER receipts_never_change BEFORE UPDATE ON receipts
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER receipts_are_kept BEFORE DELETE ON receipts
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER payment_prints_are_in_turn BEFORE INSERT ON payment_prints
BEGIN
  SELECT RAISE(ABORT, 'NOT-IN-TURN') WHERE NEW.nth IS NOT 1 + coalesce(
    (SELECT max(nth) FROM payment_prints WHERE payment_id = NEW.payment_id), 0);
  SELECT RAISE(ABORT, 'UNKNOWN-PAYMENT') WHERE NOT EXISTS (SELECT 1 FROM payments WHERE id = NEW.payment_id);
END;

CREATE TRIGGER payment_prints_never_change BEFORE UPDATE ON payment_prints
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER payment_prints_are_kept BEFORE DELETE ON payment_prints
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;
