using AutoMapper;
using Client = Duende.IdentityServer.EntityFramework.Entities.Client;

namespace Acme.Login;

public class ClientForm
{
    public string ClientId { get; set; } = "";
    public bool RequirePkce { get; set; }
}

public class ClientProfile : Profile
{
    public ClientProfile()
    {
        CreateMap<ClientForm, Client>();
        CreateMap<ClientForm, string>();
    }
}
