import type { Scope } from './scopes';
/** What a person is in a workspace. The packer sees parcels and tickets, and money nowhere. */
export declare const ROLES: readonly ["owner", "manager", "accountant", "packer"];
export type Role = (typeof ROLES)[number];
/** The one table of who may do what. Everything else in this file says which route is which. */
declare const RIGHTS: {
    /** One's own account: no role matters, and no token may touch it. */
    readonly self: {
        readonly roles: readonly ["owner", "manager", "accountant", "packer"];
    };
    /** What a store is called, and who one is: every program must know it. */
    readonly workspace: {
        readonly roles: readonly ["owner", "manager", "accountant", "packer"];
        readonly scope: "reports:read";
    };
    readonly parcels: {
        readonly roles: readonly ["owner", "manager", "accountant", "packer"];
        readonly scope: "reports:read";
    };
    readonly figures: {
        readonly roles: readonly ["owner", "manager", "accountant"];
        readonly scope: "reports:read";
    };
    readonly decisions: {
        readonly roles: readonly ["owner", "manager"];
    };
    readonly settings: {
        readonly roles: readonly ["owner", "manager"];
    };
    readonly files: {
        readonly roles: readonly ["owner", "manager", "accountant"];
        readonly scope: "uploads:write";
    };
    readonly sending: {
        readonly roles: readonly ["owner", "manager"];
        readonly scope: "uploads:write";
    };
    readonly costs: {
        readonly roles: readonly ["owner", "manager"];
        readonly scope: "costs:write";
    };
    readonly exports: {
        readonly roles: readonly ["owner", "manager", "accountant"];
        readonly scope: "export:read";
    };
    readonly team: {
        readonly roles: readonly ["owner"];
    };
};
export type RightName = keyof typeof RIGHTS;
/** `public`, the name of a right, or nothing for a route that nobody has judged: it is closed to all. */
export declare function rightOf(method: string, path: string): RightName | 'public' | undefined;
export declare function isPublic(method: string, path: string): boolean;
/** Whether somebody may: by role, and with a token by what the token is for as well. */
export declare function isAllowed(name: RightName, { role, scopes }: {
    readonly role: Role;
    readonly scopes: readonly Scope[] | undefined;
}): boolean;
export {};
