/** What comes often, told seldom: at once after a quiet time, else the newest at the end of the wait. */

/** Calls `tell` at most once each `every` milliseconds; what came in between is passed over. */
export function paced<T extends string>(
  tell: (value: T) => void,
  every: number,
): (value: T) => void {
  let held: T | undefined;
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    timer = setTimeout(() => {
      timer = undefined;
      if (held === undefined) return;
      const last = held;
      held = undefined;
      wait();
      tell(last);
    }, every);
    timer.unref();
  };
  return (value) => {
    if (timer !== undefined) {
      held = value;
      return;
    }
    wait();
    tell(value);
  };
}
