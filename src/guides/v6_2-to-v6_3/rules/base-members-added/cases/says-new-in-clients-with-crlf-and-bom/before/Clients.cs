using Duende.IdentityServer.Models;
using Stored = Duende.IdentityServer.EntityFramework.Entities;

namespace Login;

public class TenantClient : Client
{
    public string Tenant { get; set; } = "";
    public bool RequireDPoP { get; set; }
    public string InitiateLoginUri { get; set; } = "";
}

public class StoredClient : Stored.Client
{
    internal protected static int DPoPValidationMode;
}
