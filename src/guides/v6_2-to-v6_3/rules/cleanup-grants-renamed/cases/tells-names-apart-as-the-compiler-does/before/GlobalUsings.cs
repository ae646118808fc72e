global using Cleanup = Duende.IdentityServer.EntityFramework.TokenCleanupService;
global using EF = Duende.IdentityServer.EntityFramework;
