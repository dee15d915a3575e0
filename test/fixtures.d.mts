export declare const FIXTURES: string;
export declare function fixturePdfs(folder?: string): string[];
export declare function expectationOf(name: string, ending?: string): string;
export declare function textPdfs(): string[];
export declare function readFixture(name: string): Uint8Array;
// biome-ignore lint/suspicious/noExplicitAny: JSON, whose shape the test knows
export declare function readExpectation(name: string, ending?: string): any;
export declare function endlessPdfs(): string[];
export declare function passwordOf(name: string): { readonly password?: string };
