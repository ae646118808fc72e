using AutoMapper;
using Duende.IdentityServer.EntityFramework.Entities;

namespace Acme.Login;

public class ClientForm
{
    public string ClientId { get; set; } = "";
}

public class ClientProfile : Profile
{
    public ClientProfile() => CreateMap<ClientForm, Client>();
}

public class Editor
{
    private readonly IMapper _mapper;

    public Editor(IMapper mapper) => _mapper = mapper;

    public Client Save(ClientForm form, Client loaded) => _mapper.Map(form, loaded);
}
