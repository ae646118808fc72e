namespace Login;

public class Registry
{
    public void AddIdentityServer(Action<string> configure) { }
    public void Use(Registry registry) => registry.AddIdentityServer(options => options.ToString());
}
