/** What the tests use of the reference implementation, which has no declarations of its own. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    read(options: { readonly keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }
  interface LoadedPackage {
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
  export const Package: {
    load(path: string, options: { readonly strict: true }): Promise<LoadedPackage>;
  };
}
