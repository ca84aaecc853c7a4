import './src/cli/typescript.js';
await import('./m2.ts');
