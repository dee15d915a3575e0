/** The fields of an indicator that one merged cell may state for several. They stand apart from the schema, which loads zod. */
export const sharedFields = ['target', 'adjustedTarget', 'actual', 'weight', 'score', 'deviation'] as const;
