export const localSecrets: Record<string, () => string>
