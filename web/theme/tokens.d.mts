export declare const readTokens: () => Record<string, unknown>;
export declare const colours: () => Map<string, [string, string]>;
export declare const tokensCss: (selector: string) => string;
