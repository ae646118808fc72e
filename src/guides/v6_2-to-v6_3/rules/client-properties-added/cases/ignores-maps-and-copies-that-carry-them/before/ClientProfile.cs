using AutoMapper;
using Duende.IdentityServer.EntityFramework.Entities;

namespace Acme.Login;

public class ClientForm
{
    public bool RequirePkce { get; set; }
    public bool RequireDPoP { get; set; }
    public int DPoPValidationMode { get; set; }
    public TimeSpan DPoPClockSkew { get; set; }
    public string? InitiateLoginUri { get; set; }
}

public class ClientProfile : Profile
{
    public ClientProfile() => CreateMap<ClientForm, Client>();

    public static Client ToEntity(ClientForm form) => new()
    {
        RequirePkce = form.RequirePkce,
        RequireDPoP = form.RequireDPoP,
    };
}
