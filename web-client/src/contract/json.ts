// SPDX-License-Identifier: Apache-2.0

/** An answer that is not what the contract says. The message holds the place and what was expected, never the value: it may be a name. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/**
 * A place in a JSON value, read strictly: what has the wrong type or is missing throws {@link ContractError}.
 * Members that nobody asks for are ignored, so that a newer server may say more.
 */
export class Json {
  readonly #value: unknown;
  readonly #parent: Json | null;
  readonly #key: string | number;

  private constructor(value: unknown, parent: Json | null, key: string | number) {
    this.#value = value;
    this.#parent = parent;
    this.#key = key;
  }

  static of(value: unknown): Json {
    return new Json(value, null, '$');
  }

  static parse(text: string): Json {
    try {
      return Json.of(JSON.parse(text));
    } catch {
      throw new ContractError('$: expected JSON');
    }
  }

  field(name: string): Json {
    const value = this.#value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.fail('an object');
    }
    return new Json(Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined, this, name);
  }

  string(): string {
    return typeof this.#value === 'string' ? this.#value : this.fail('a string');
  }

  /** A string that matches; `what` says in words what was expected. */
  text(pattern: RegExp, what: string): string {
    const value = this.string();
    return pattern.test(value) ? value : this.fail(what);
  }

  word<W extends string>(words: readonly W[]): W {
    const found = words.find((word) => word === this.#value);
    return found ?? this.fail(`one of ${words.join(', ')}`);
  }

  boolean(): boolean {
    return typeof this.#value === 'boolean' ? this.#value : this.fail('true or false');
  }

  number(): number {
    return typeof this.#value === 'number' && Number.isFinite(this.#value) ? this.#value : this.fail('a number');
  }

  /** A number above 0. */
  positive(): number {
    const value = this.number();
    return value > 0 ? value : this.fail('a number above 0');
  }

  /** A whole number, at least `least`. */
  integer(least: number = Number.MIN_SAFE_INTEGER): number {
    const value = this.#value;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= least
      ? value
      : this.fail(`a whole number of at least ${least}`);
  }

  /** An index into a list of that length. */
  index(length: number): number {
    const value = this.integer(0);
    return value < length ? value : this.fail(`an index below ${length}`);
  }

  list<T>(read: (item: Json) => T): readonly T[] {
    const value = this.#value;
    return Array.isArray(value) ? value.map((item, at) => read(new Json(item, this, at))) : this.fail('a list');
  }

  /** An object whose members are all alike. */
  record<T>(read: (member: Json) => T): Readonly<Record<string, T>> {
    const value = this.#value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.fail('an object');
    return Object.fromEntries(Object.keys(value).map((name) => [name, read(this.field(name))]));
  }

  /** Null for null and for what is absent. */
  optional<T>(read: (present: Json) => T): T | null {
    return this.#value === null || this.#value === undefined ? null : read(this);
  }

  fail(expected: string): never {
    throw new ContractError(`${this.#path()}: expected ${expected}`);
  }

  #path(): string {
    if (this.#parent === null) {
      return String(this.#key);
    }
    return this.#parent.#path() + (typeof this.#key === 'number' ? `[${this.#key}]` : `.${this.#key}`);
  }
}
