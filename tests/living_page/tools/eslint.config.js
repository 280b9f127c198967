// Types are TypeScript's business. Here: the rules of the house, and that no text is ever read as markup or as code.
const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML", "write"].map((property) => ({
  property, message: "Make elements with el(): what a debate says is text.",
}));

export default [
  {
    languageOptions: { sourceType: "script", ecmaVersion: 2022 },
    rules: {
      "no-restricted-properties": ["error", ...markup],
      "no-eval": "error", "no-implied-eval": "error", "no-new-func": "error", "no-script-url": "error",
      "eqeqeq": "error", "no-var": "error", "prefer-const": "error", "no-shadow": "error", "no-param-reassign": "error",
      "no-unused-vars": ["error", { vars: "local" }], "no-useless-escape": "error", "no-unreachable": "error",
      "no-dupe-keys": "error", "no-cond-assign": "error", "no-fallthrough": "error", "no-loop-func": "error",
      "max-lines-per-function": ["error", { max: 50 }], "complexity": ["error", 20],
      "max-len": ["error", { code: 140, ignoreComments: true, ignoreStrings: true, ignoreTemplateLiterals: true }], "max-lines": ["error", 500],
    },
  },
];
