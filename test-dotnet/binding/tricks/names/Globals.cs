global using Sweeper = Duende.IdentityServer.EntityFramework.TokenCleanupService;
global using Model = Duende.IdentityServer.Models;
global using static Login.Tools.Holder;
