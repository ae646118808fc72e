using AutoMapper;

namespace Acme.Login;

public class Client
{
    public bool RequirePkce { get; set; }
}

public class CustomerForm
{
    public bool RequirePkce { get; set; }
}

public class CustomerProfile : Profile
{
    public CustomerProfile() => CreateMap<CustomerForm, Client>();

    public static Client From(CustomerForm form) => new Client { RequirePkce = form.RequirePkce };
}

public static class Config
{
    public static Duende.IdentityServer.Models.Client Web(bool pkce) => new() { ClientId = "web", RequirePkce = pkce };
}
