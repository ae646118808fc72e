using Duende.IdentityServer.EntityFramework;

namespace Login
{
	public class Job
	{
		public System.Threading.Tasks.Task Run(TokenCleanupService s) => s.RemoveExpiredGrantsAsync(); // é
	}
}