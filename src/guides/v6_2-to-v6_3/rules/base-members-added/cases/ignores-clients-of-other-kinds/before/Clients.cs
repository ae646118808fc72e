using Duende.IdentityServer.Models;

namespace Login;

public class ClientDto
{
    public bool RequireDPoP { get; set; }
    public string InitiateLoginUri { get; set; } = "";
}

public class Wrapped : ClientDto
{
    public new bool RequireDPoP { get; set; }
}

public class Tenant : Client
{
    private void Set() { var RequireDPoP = true; _ = RequireDPoP; }
    // public bool RequireDPoP { get; set; }
    public string Text => "InitiateLoginUri";
    public class Inner { public bool RequireDPoP { get; set; } }
}
