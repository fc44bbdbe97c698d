/** The normal and gamma distributions by plain numerical integration: slow, and nothing in common with the tables' own way. */

/** Simpson's rule over [from, to] with an even number of steps. */
export function integral(f: (x: number) => number, from: number, to: number, steps = 4000): number {
  const h = (to - from) / steps
  let sum = f(from) + f(to)
  for (let i = 1; i < steps; i++) sum += f(from + i * h) * (i % 2 === 1 ? 4 : 2)
  return (sum * h) / 3
}

export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

/** Probability that a standard normal variable exceeds z. */
export function normalTail(z: number): number {
  return z < 0 ? 1 - normalTail(-z) : integral(normalDensity, z, z + 12)
}

/** Mean of max(0, X - deductible) of a log-normal X: the closed form. */
export function meanAbove(deductible: number, mean: number, sigma: number): number {
  if (deductible === 0) return mean
  const d = (Math.log(mean / deductible) + (sigma * sigma) / 2) / sigma
  return mean * normalTail(-d) - deductible * normalTail(sigma - d)
}
